-- A posted document goes back into process when its entry is reversed, to be coded again.
create or replace function document.guard_document() returns trigger
    language plpgsql
    as $$
begin
    if (new.company_id, new.id, new.sha256, new.size, new.file_name, new.channel, new.received_at, new.received_by)
       is distinct from
       (old.company_id, old.id, old.sha256, old.size, old.file_name, old.channel, old.received_at, old.received_by) then
        raise exception 'What was received never changes'
            using errcode = 'restrict_violation', constraint = 'document_as_received_never_changes';
    end if;
    if old.number is not null and new.number is distinct from old.number then
        raise exception 'A document number never changes'
            using errcode = 'restrict_violation', constraint = 'document_number_never_changes';
    end if;
    if new.state <> old.state and not (
        (old.state, new.state) in (
            ('RECEIVED', 'IN_PROCESS'), ('RECEIVED', 'QUARANTINED'),
            ('QUARANTINED', 'IN_PROCESS'), ('QUARANTINED', 'REJECTED'),
            ('IN_PROCESS', 'POSTED'), ('IN_PROCESS', 'REJECTED'),
            ('POSTED', 'PAID'), ('POSTED', 'ARCHIVED'), ('PAID', 'ARCHIVED'), ('POSTED', 'IN_PROCESS'))
        and not (old.kind = 'plain' and old.number is not null)
        -- A plain document has no process: it is archived from RECEIVED, and taken out of quarantine back to it.
        or (new.kind = 'plain' and old.number is not null and (old.state, new.state) = ('RECEIVED', 'ARCHIVED'))
        or (new.kind = 'plain' and old.number is null and (old.state, new.state) = ('QUARANTINED', 'RECEIVED'))
        -- Recognised by hand it is plain no longer.
        or (old.kind = 'plain' and new.kind <> 'plain' and (old.state, new.state) = ('RECEIVED', 'IN_PROCESS'))) then
        raise exception 'A document doesn''t go from % to %', old.state, new.state
            using errcode = 'restrict_violation', constraint = 'document_moves_along_its_ways';
    end if;
    return new;
end
$$;
