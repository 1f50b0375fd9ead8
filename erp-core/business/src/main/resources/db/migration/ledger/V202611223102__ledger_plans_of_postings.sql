-- A posting reaches its few rows by their keys whatever the size of the books: one plan does, and a new connection needn't
-- plan its first postings five times each.
alter function ledger.record_entry() set plan_cache_mode = force_generic_plan;
alter function ledger.judge_lines() set plan_cache_mode = force_generic_plan;
alter function ledger.refuse_entry_without_lines() set plan_cache_mode = force_generic_plan;
alter function ledger.post_entry(jsonb) set plan_cache_mode = force_generic_plan;
alter function ledger.write_open_item_card() set plan_cache_mode = force_generic_plan;
