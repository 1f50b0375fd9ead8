create table audit.log_timestamp (
    company_id uuid not null,
    day date not null,
    block integer not null,
    authority text not null,
    token bytea not null,
    primary key (company_id, day),
    foreign key (company_id, block) references audit.block (company_id, number),
    constraint block_is_stamped_once unique (company_id, block)
);
comment on table audit.log_timestamp is 'One timestamp a day (RFC 3161) over the hash of the newest block of the integrity log';
call simba.company_wall('audit.log_timestamp', 'select, insert');
create trigger log_timestamp_is_never_changed
    before update or delete or truncate on audit.log_timestamp
    for each statement execute function simba.refuse('the integrity log is only added to');
