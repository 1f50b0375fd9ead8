-- Which kinds of documents come into a class by themselves when they are registered.
alter table document.document_class add column kinds text[] not null default '{}';
comment on column document.document_class.kinds is 'Kinds whose documents get this class at registration, unless one was chosen before';

create function document.kind_has_one_class() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from document.document_class c
                where c.company_id = new.company_id and c.code <> new.code and c.kinds && new.kinds) then
        raise exception 'A kind of documents comes into one class'
            using errcode = 'check_violation', constraint = 'document_kind_has_one_class';
    end if;
    return null;
end
$$;
create trigger document_kind_has_one_class after insert or update on document.document_class
    for each row when (new.kinds <> '{}') execute function document.kind_has_one_class();
