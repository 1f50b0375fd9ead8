-- Document classes of a company. One that names duties is confidential: its documents exist for their holders alone.
create table document.document_class (
    company_id uuid not null,
    id uuid not null,
    code text not null,
    name_en text not null,
    name_pl text not null,
    duties text[] not null default '{}',
    primary key (company_id, id),
    constraint document_class_code_is_unique unique (company_id, code),
    constraint document_class_code_has_its_form check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    constraint document_class_has_names check (btrim(name_en) <> '' and btrim(name_pl) <> '')
);
comment on table document.document_class is 'Kinds of documents by who may see them; the code names the inbox folder too';
call simba.company_wall('document.document_class', 'select, insert, update');
call audit.keep_trail_of('document.document_class', 'document-class');

create trigger document_class_code_never_changes before update on document.document_class
    for each row when (new.code <> old.code) execute function simba.refuse('the code of a document class never changes');
create trigger document_class_is_never_removed before delete on document.document_class
    for each row execute function simba.refuse('a document class stays in the records');

alter table document.document
    add column class text,
    add foreign key (company_id, class) references document.document_class (company_id, code);
comment on column document.document.class is 'Its document class; nothing for an ordinary document';
create index document_by_class on document.document (company_id, class) where class is not null;

-- The trail tells the class like kind and title.
drop trigger trail_tells_what_changes on document.document;
drop trigger trail_tells_what_goes on document.document;
call audit.keep_trail_of('document.document', 'document', just => '{kind,title,class}');

create function document.classify() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform simba.keep_confidential(new.company_id, new.id, (
        select c.duties from document.document_class c where c.company_id = new.company_id and c.code = new.class));
    return null;
end
$$;
create trigger document_comes_with_its_class after insert on document.document
    for each row when (new.class is not null) execute function document.classify();
create trigger document_changes_its_class after update of class on document.document
    for each row when (new.class is distinct from old.class) execute function document.classify();

create function document.change_sight() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
begin
    perform simba.keep_confidential(d.company_id, d.id, new.duties)
       from document.document d where d.company_id = new.company_id and d.class = new.code;
    return null;
end
$$;
create trigger document_class_changes_its_duties after update on document.document_class
    for each row when (new.duties <> old.duties) execute function document.change_sight();

-- What came inside a confidential document is confidential with it.
call simba.confidential_follower('document.part', 'document_id', 'container_id');

call simba.confidential_wall('document.document', array['id']);
call simba.confidential_wall('document.finding', array['document_id']);
call simba.confidential_wall('document.attachment', array['document_id']);
call simba.confidential_wall('document.part', array['document_id', 'container_id']);
