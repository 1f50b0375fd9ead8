-- What fills a finding's sentence, so that a repeated submission is answered in the language it asks for.
alter table intake.first_answer_finding add column args text[] not null default '{}';
comment on column intake.first_answer_finding.args is 'What fills the sentence of the rule, in its order';
