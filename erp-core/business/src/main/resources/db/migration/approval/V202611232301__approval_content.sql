-- What was asked about, word for word, so that whoever decides later is shown what has changed since. The hash a decision
-- binds to is the hash of exactly this text.
alter table approval.approval_request
    add column content text,
    add constraint approval_content_is_what_was_hashed
        check (content is null or content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
comment on column approval.approval_request.content is 'The canonical text whose SHA-256 is the content hash, where whoever asked handed it in';

drop trigger request_is_only_voided on approval.approval_request;
create trigger request_is_only_voided before update on approval.approval_request
    for each row when (
        old.voided_at is not null or new.voided_at is null
        or (old.company_id, old.id, old.subject_kind, old.subject_id, old.levels, old.content_hash, old.requested_at,
            old.requested_by, old.content)
           is distinct from
           (new.company_id, new.id, new.subject_kind, new.subject_id, new.levels, new.content_hash, new.requested_at,
            new.requested_by, new.content))
    execute function simba.refuse('a request for approval is voided once and not changed otherwise');
