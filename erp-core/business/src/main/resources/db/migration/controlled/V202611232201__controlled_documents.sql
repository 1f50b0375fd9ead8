-- Controlled documents: policies and pages of the knowledge base, whose versions are reviewed, published and read.
call simba.module_schema('controlled');

create table controlled.document (
    company_id uuid not null,
    id uuid not null,
    number text not null,
    idempotency_key text,
    created_by text not null,
    created_at timestamptz not null,
    primary key (company_id, id),
    constraint controlled_number_is_unique unique (company_id, number),
    constraint controlled_key_is_used_once unique (company_id, idempotency_key)
);
comment on table controlled.document is 'A policy or page of the knowledge base; what it says stands in its versions';
call simba.company_wall('controlled.document', 'select, insert');

create table controlled.version (
    company_id uuid not null,
    id uuid not null,
    controlled_id uuid not null,
    number integer,
    state text not null,
    edition integer not null default 0,
    title text not null,
    kind text not null,
    body text,
    file_name text,
    file_sha256 text,
    file_size bigint,
    change_note text,
    readers text[] not null,
    read_within_days integer not null,
    review_months integer not null,
    wished_from date,
    effective_from date,
    content_hash text not null,
    authors text[] not null,
    created_at timestamptz not null,
    submitted_at timestamptz,
    note text,
    approved_by text,
    published_at timestamptz,
    primary key (company_id, id),
    foreign key (company_id, controlled_id) references controlled.document (company_id, id),
    constraint version_number_is_unique unique (company_id, controlled_id, number),
    constraint version_state_is_known check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED')),
    constraint version_kind_is_known check (kind in ('POLICY', 'KNOWLEDGE')),
    constraint version_has_a_title check (btrim(title) <> ''),
    constraint version_says_something check (num_nonnulls(body, file_sha256) = 1),
    constraint version_file_is_whole check (num_nonnulls(file_name, file_sha256, file_size) in (0, 3)),
    constraint version_has_an_author check (cardinality(authors) > 0),
    constraint version_read_in_time check (read_within_days between 1 and 365),
    constraint version_reviewed_in_time check (review_months between 1 and 60),
    constraint version_published_is_complete check (
        num_nonnulls(number, effective_from, approved_by, published_at) = case state when 'PUBLISHED' then 4 else 0 end)
);
comment on table controlled.version is 'What a controlled document says, or is to say; once published it is never changed';
comment on column controlled.version.authors is 'Everybody who wrote or submitted it: none of them reviews it';
comment on column controlled.version.readers is 'Roles whose holders confirm having read it, by code';
comment on column controlled.version.effective_from is 'From which day it is in force: the day wished for, and never before it was published';
comment on column controlled.version.note is 'Why the reviewer returned or rejected it';
create unique index version_is_worked_on_alone on controlled.version (company_id, controlled_id)
    where state in ('DRAFT', 'IN_REVIEW');
create index version_by_document on controlled.version (company_id, controlled_id, created_at, id);
call simba.company_wall('controlled.version', 'select, insert, update');

create table controlled.withdrawal (
    company_id uuid not null,
    controlled_id uuid not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null,
    reason text not null,
    primary key (company_id, controlled_id),
    foreign key (company_id, controlled_id) references controlled.document (company_id, id),
    constraint withdrawal_has_a_reason check (btrim(reason) <> '')
);
comment on table controlled.withdrawal is 'Controlled documents taken out of use; they stay readable';
call simba.company_wall('controlled.withdrawal', 'select, insert');

create table controlled.acknowledgement (
    company_id uuid not null,
    id uuid not null,
    version_id uuid not null,
    person uuid not null,
    acknowledged_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, version_id) references controlled.version (company_id, id),
    constraint acknowledged_once unique (company_id, version_id, person)
);
comment on table controlled.acknowledgement is 'Who confirmed having read which version, and when';
call simba.company_wall('controlled.acknowledgement', 'select, insert');

create table controlled.reminder (
    company_id uuid not null,
    id uuid not null,
    version_id uuid not null,
    person uuid not null,
    reminded_by text not null,
    reminded_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, version_id) references controlled.version (company_id, id)
);
comment on table controlled.reminder is 'Who was reminded to read which version, by whom or which job, and when';
create index reminder_by_person on controlled.reminder (company_id, version_id, person, reminded_at);
call simba.company_wall('controlled.reminder', 'select, insert');

create table controlled.periodic_review (
    company_id uuid not null,
    id uuid not null,
    version_id uuid not null,
    outcome text not null,
    note text,
    decided_by text not null,
    decided_at timestamptz not null,
    next_review_on date,
    primary key (company_id, id),
    foreign key (company_id, version_id) references controlled.version (company_id, id),
    constraint periodic_review_outcome_is_known check (outcome in ('KEEP', 'REVISE', 'WITHDRAW')),
    constraint periodic_review_of_what_stays_says_when_next check ((outcome = 'KEEP') = (next_review_on is not null)),
    constraint periodic_review_that_ends_it_has_a_reason check (outcome <> 'WITHDRAW' or coalesce(btrim(note), '') <> '')
);
comment on table controlled.periodic_review is 'What somebody decided when it was time to look at a version again';
create index periodic_review_by_version on controlled.periodic_review (company_id, version_id, decided_at);
call simba.company_wall('controlled.periodic_review', 'select, insert');

-- The fingerprint is made by PostgreSQL, so that it is of the content whoever writes. Each part carries its length.
create function controlled.hash_of(v controlled.version) returns text
    language sql stable
    as $$
        select encode(sha256(convert_to(string_agg(coalesce(length(part)::text || ':' || part, '-'), E'\n' order by place), 'UTF8')), 'hex')
          from unnest(array[v.controlled_id::text, v.title, v.kind, v.body, v.file_name, v.file_sha256, v.change_note,
                            array_to_string(v.readers, ','), v.read_within_days::text, v.review_months::text,
                            to_char(v.wished_from, 'YYYY-MM-DD')])
               with ordinality parts (part, place)
    $$;
grant execute on function controlled.hash_of(controlled.version) to simba_app;

create function controlled.content_has_its_hash() returns trigger
    language plpgsql
    as $$
begin
    new.content_hash := controlled.hash_of(new);
    return new;
end
$$;
create trigger content_has_its_hash before insert or update on controlled.version
    for each row execute function controlled.content_has_its_hash();

create function controlled.version_takes_its_way() returns trigger
    language plpgsql
    as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'DRAFT' then
            perform simba.refuse('version_begins_as_a_draft', 'A version begins as a draft');
        end if;
        return new;
    end if;
    if old.state in ('PUBLISHED', 'REJECTED') then
        perform simba.refuse('published_version_stands', 'A version that is published or rejected is never changed');
    end if;
    if new.controlled_id <> old.controlled_id or not new.authors @> old.authors then
        perform simba.refuse('version_keeps_its_authors', 'Nobody who wrote a version is forgotten');
    end if;
    if old.state = 'IN_REVIEW' and new.content_hash <> old.content_hash then
        perform simba.refuse('version_in_review_stands', 'What is in review is not changed');
    end if;
    if new.state = 'PUBLISHED' and old.state <> 'IN_REVIEW' then
        perform simba.refuse('version_is_published_as_reviewed', 'Only what was reviewed is published');
    end if;
    return new;
end
$$;
create trigger version_takes_its_way before insert or update on controlled.version
    for each row execute function controlled.version_takes_its_way();
create trigger version_is_never_deleted before delete on controlled.version
    for each row execute function simba.refuse('versions are kept');

-- Published is only what somebody else approved, exactly as it stands; and nothing of a document taken out of use.
create function controlled.version_is_published_as_reviewed() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from controlled.withdrawal w
                where w.company_id = new.company_id and w.controlled_id = new.controlled_id) then
        perform simba.refuse('withdrawn_document_stays_withdrawn', 'The document was taken out of use');
    end if;
    if new.number is distinct from 1 + (select count(*) from controlled.version v
                                         where v.company_id = new.company_id and v.controlled_id = new.controlled_id
                                           and v.state = 'PUBLISHED' and v.id <> new.id) then
        perform simba.refuse('version_numbers_have_no_gap', 'Versions are numbered as they are published');
    end if;
    if not exists (select from approval.approval_request r
                     join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                    where r.company_id = new.company_id and r.subject_id = new.id
                      and r.subject_kind = 'controlled-version' and r.voided_at is null
                      and r.content_hash = new.content_hash and d.content_hash = new.content_hash
                      and d.decision = 'APPROVE' and 'person:' || d.decided_by = new.approved_by
                      and not new.authors && array_remove(array['person:' || d.decided_by, 'person:' || d.on_behalf_of], null))
       or exists (select from approval.approval_request r
                    join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                   where r.company_id = new.company_id and r.subject_id = new.id
                     and r.subject_kind = 'controlled-version' and r.voided_at is null and d.decision <> 'APPROVE') then
        perform simba.refuse('version_is_published_as_reviewed', 'Nobody else approved exactly this version');
    end if;
    return new;
end
$$;
create trigger version_published_was_reviewed after update on controlled.version
    for each row when (new.state = 'PUBLISHED') execute function controlled.version_is_published_as_reviewed();

create function controlled.reviewer_did_not_write_it() returns trigger
    language plpgsql
    as $$
begin
    if exists (select from approval.approval_request r
                 join controlled.version v on v.company_id = r.company_id and v.id = r.subject_id
                where r.company_id = new.company_id and r.id = new.request_id and r.subject_kind = 'controlled-version'
                  and v.authors && array_remove(array['person:' || new.decided_by, 'person:' || new.on_behalf_of], null)) then
        perform simba.refuse('reviewer_did_not_write_it', 'Nobody reviews what they wrote');
    end if;
    return new;
end
$$;
create trigger reviewer_did_not_write_the_version before insert on approval.approval_decision
    for each row execute function controlled.reviewer_did_not_write_it();

create function controlled.acknowledged_version_is_published() returns trigger
    language plpgsql
    as $$
begin
    if not exists (select from controlled.version v
                    where v.company_id = new.company_id and v.id = new.version_id and v.state = 'PUBLISHED') then
        perform simba.refuse('acknowledged_version_is_published', 'Only what is published is read and confirmed');
    end if;
    return new;
end
$$;
create trigger acknowledged_version_is_published before insert on controlled.acknowledgement
    for each row execute function controlled.acknowledged_version_is_published();

-- How matters stand on a day: the version in force is the newest published one whose day has come.
create function controlled.in_force(company uuid, document uuid, today date) returns uuid
    language sql stable
    as $$
        select v.id from controlled.version v
         where v.company_id = company and v.controlled_id = document and v.state = 'PUBLISHED' and v.effective_from <= today
         order by v.number desc limit 1
    $$;
create function controlled.standing(v controlled.version, today date) returns text
    language sql stable
    as $$
        select case
            when v.state <> 'PUBLISHED' then v.state
            when exists (select from controlled.withdrawal w where w.company_id = v.company_id and w.controlled_id = v.controlled_id)
                then 'WITHDRAWN'
            when exists (select from controlled.version n where n.company_id = v.company_id and n.controlled_id = v.controlled_id
                            and n.state = 'PUBLISHED' and n.number > v.number and n.effective_from <= greatest(today, v.effective_from))
                then 'SUPERSEDED'
            when v.effective_from > today then 'COMING'
            else 'IN_FORCE' end
    $$;
grant execute on function controlled.in_force(uuid, uuid, date), controlled.standing(controlled.version, date) to simba_app;

-- When a version is to be looked at again: after its months, counted anew whenever somebody found it still right.
create function controlled.review_on(v controlled.version) returns date
    language sql stable
    as $$
        select coalesce((select max(p.next_review_on) from controlled.periodic_review p
                          where p.company_id = v.company_id and p.version_id = v.id),
                        (v.effective_from + make_interval(months => v.review_months))::date)
    $$;
grant execute on function controlled.review_on(controlled.version) to simba_app;

-- Whoever may sign in and holds one of the roles that have to read it.
create function controlled.readers(v controlled.version) returns table (person uuid)
    language sql stable
    as $$
        select distinct m.user_id
          from identity.membership m
          join identity.role r on r.company_id = m.company_id and r.id = m.role_id
          join identity.user_account u on u.id = m.user_id and u.active
         where m.company_id = v.company_id and r.code = any (v.readers)
    $$;
-- Until when: so many days after it was published, or after it is in force if that is later.
create function controlled.read_by(v controlled.version) returns date
    language sql stable
    as $$ select v.effective_from + v.read_within_days $$;
grant execute on function controlled.readers(controlled.version), controlled.read_by(controlled.version) to simba_app;
