-- So many entries of so many lines over all the days of the open periods, staged and posted as any batch is.
select ledger.open_stage();
insert into entry_stage
select g, 'bench ' || gen_random_uuid(), gen_random_uuid(), (select id from ledger.journal where code = 'PK'), p.id, 'ORDINARY',
       d.day, d.day, d.day, 'Bench', null, null, null, 'x', :lines, 10.00 * (:lines / 2)
  from generate_series(0, :entries - 1) g
 cross join lateral (select array_agg(f.id order by f.first_day, f.id) as ids, array_agg(f.first_day order by f.first_day, f.id) as days
                       from company.fiscal_period f
                      where f.state = 'OPEN' and f.general_lock = 'OPEN' and not f.closing) o
 cross join lateral (select o.ids[1 + g % cardinality(o.ids)] as id,
                            o.days[1 + g % cardinality(o.ids)] as first_day) p
 cross join lateral (select p.first_day + (g / cardinality(o.ids)) % 28 as day) d;
insert into line_stage
select e.id, e.posting_date, l,
       case when l = 2 and e.place % 20 = 0 then c.supplier else c.ids[1 + (e.place * 7 + l * 13) % cardinality(c.ids)] end,
       case when l % 2 = 1 then 10.00 end, case when l % 2 = 0 then 10.00 end, null, null, null, null, null, null,
       case when l = 2 and e.place % 20 = 0 then md5((e.place % 400)::text)::uuid end, null,
       case when l = 2 and e.place % 20 = 0 then e.posting_date + 14 end, null, null, null,
       l = 2 and e.place % 20 = 0, false
  from entry_stage e
 cross join generate_series(1, :lines) l
 cross join (select (array_agg(a.id order by a.code) filter (where a.control is null))[1:200] as ids,
                    (array_agg(a.id order by a.code) filter (where a.control = 'SUPPLIER'))[1] as supplier
               from ledger.account a
              where a.postable and not a.cost_centre_required and a.currency is null and a.active_to is null) c;
select ledger.post_staged(now(), 'system:bench');
