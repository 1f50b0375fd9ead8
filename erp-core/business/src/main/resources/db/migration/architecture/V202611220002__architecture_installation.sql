-- What these data were made for. The placeholder is filled in at the moment the schema is made; nobody changes it later.
create table simba.installation (
    only_one boolean primary key default true constraint installation_is_one check (only_one),
    mode text not null constraint installation_mode_is_known check (mode in ('demo', 'ordinary'))
);
comment on table simba.installation is 'Global: whether these data are a demo, decided once and for ever';

insert into simba.installation (mode) values ('${mode}');

create trigger installation_mode_is_for_ever before update or delete on simba.installation
    for each row execute function simba.refuse('data made as a demo stay a demo, data made for real stay real');
grant select on simba.installation to simba_app;
