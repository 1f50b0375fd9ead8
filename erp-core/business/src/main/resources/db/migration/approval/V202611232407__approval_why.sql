-- Which rows of which decision table asked for the levels, in which version and with what.
alter table approval.approval_request add column why text;
comment on column approval.approval_request.why is 'The decision table, its version, its inputs and the rows that matched, as JSON';
