-- A view is shared with everybody who sees the list, or with the holders of one duty. It stays its owner's.
alter table page.list_view
    add column shared_with text,
    add constraint list_view_is_shared_with_holders_if_at_all check (shared_with is null or shared);
comment on column page.list_view.shared_with is 'The duty whose holders see the view where it is shared; null for everybody who sees the list';

create trigger list_view_stays_its_owners before update on page.list_view
    for each row when ((new.owner, new.list) is distinct from (old.owner, old.list))
    execute function simba.refuse('a saved view stays its owner''s and its list''s');
