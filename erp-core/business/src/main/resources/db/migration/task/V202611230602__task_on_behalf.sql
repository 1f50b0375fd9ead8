-- A decision that one person made for another is carried out by the one who made it.
alter table task.held_decision add column substitute uuid,
    add constraint held_decision_is_for_somebody_else check (substitute <> person);
comment on column task.held_decision.substitute is 'Who decided, where somebody acted for the person';
