-- A reversal is not itself reversed: what it took back is posted again, under a number of its own. The use case refuses it;
-- SQL took it for a whole entry like any other.
do $build$
declare
    judging text := pg_get_functiondef('ledger.judge_reversal()'::regprocedure);
    begins constant text := 'begin
    if exists (';
begin
    if strpos(judging, begins) = 0 then
        raise exception 'The rules of the ledger are not as they were left';
    end if;
    execute replace(judging, begins, 'begin
    if exists (select from ledger.journal_entry e
                where e.company_id = new.company_id and e.id = new.reversal_of and e.reversal_of is not null) then
        perform simba.refuse(''journal_entry_reversal_is_not_reversed'', ''entry '' || new.id);
    end if;
    if exists (');
end
$build$;
