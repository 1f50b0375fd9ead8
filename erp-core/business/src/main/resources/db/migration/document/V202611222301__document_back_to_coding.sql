-- A posted document goes back into process when its entry is reversed, to be coded again.
drop trigger document_moves_along_its_ways on document.document;
create trigger document_moves_along_its_ways before update on document.document
    for each row when (new.state <> old.state and not (
        (old.state, new.state) in (
            ('RECEIVED', 'IN_PROCESS'), ('RECEIVED', 'QUARANTINED'),
            ('QUARANTINED', 'IN_PROCESS'), ('QUARANTINED', 'REJECTED'),
            ('IN_PROCESS', 'POSTED'), ('IN_PROCESS', 'REJECTED'),
            ('POSTED', 'PAID'), ('POSTED', 'ARCHIVED'), ('PAID', 'ARCHIVED'), ('POSTED', 'IN_PROCESS'))
        and not (old.kind = 'plain' and old.number is not null)
        -- A plain document has no process: it is archived from RECEIVED, and taken out of quarantine back to it.
        or (new.kind = 'plain' and old.number is not null and (old.state, new.state) = ('RECEIVED', 'ARCHIVED'))
        or (new.kind = 'plain' and old.number is null and (old.state, new.state) = ('QUARANTINED', 'RECEIVED'))
        -- Recognised by hand it is plain no longer: it goes into process, with its number.
        or (old.kind = 'plain' and new.kind <> 'plain' and (old.state, new.state) = ('RECEIVED', 'IN_PROCESS'))))
    execute function simba.refuse('a document moves along its ways only');
