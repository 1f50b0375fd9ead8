alter table document.finding add column args text[] not null default '{}';
comment on column document.finding.args is 'What fills the sentence of a rule that is ours, in the language of whoever reads it';
