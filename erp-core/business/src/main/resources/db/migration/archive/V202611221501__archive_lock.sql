create table archive.lock (
    company_id uuid not null,
    sha256 text not null,
    scanner text not null,
    threat text,
    scanned_at timestamptz not null,
    released_at timestamptz,
    primary key (company_id, sha256),
    foreign key (company_id, sha256) references archive.original (company_id, sha256),
    constraint lock_of_a_threat_is_never_released check (threat is null or released_at is null)
);
comment on table archive.lock is 'Originals a scanner flagged, or could not look at yet: they are kept, and nobody downloads them';
call simba.company_wall('archive.lock', 'select, insert, update');
