-- Search: the beginnings of words, whatever their accents and however they are separated. One call gives a record its
-- index, one more for each table its words come from:
--   call simba.search_index('document', 'document');
--   call simba.search_words('document', 'document', 'record', 'document.document', 'id', array['number', 'title']);
-- after which document.search_document('tek 417') gives the ids of the company's documents that have both.

create function simba.fold(written text) returns text
    language sql immutable parallel safe
    as $$ select lower(translate(coalesce(written, ''),
        'ąćęłńóśźżäöüßàáâãåæçèéêëìíîïñòôõøùúûýÿčďěňřšťůžőűțșăđľĺŕģķļņāēīūėįųĄĆĘŁŃÓŚŹŻÄÖÜẞÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÔÕØÙÚÛÝŸČĎĚŇŘŠŤŮŽŐŰȚȘĂĐĽĹŔĢĶĻŅĀĒĪŪĖĮŲ',
        'acelnoszzaousaaaaaaceeeeiiiinoooouuuyycdenrstuzoutsadllrgklnaeiueiuacelnoszzaousaaaaaaceeeeiiiinoooouuuyycdenrstuzoutsadllrgklnaeiueiu')) $$;

comment on function simba.fold(text) is 'A text as it is searched and sorted: small letters without accents';

-- FV/2026/11/0417 is found by its parts, by 417 and by fv202611; 999-001-12-22 by 9990011222.
create function simba.words(written text) returns text[]
    -- Where the server can compile queries it would do so for every text anew: the functions below look costly to it.
    language sql immutable parallel safe set jit = off
    as $$
    with chunk as (
        select c from regexp_split_to_table(simba.fold(left(written, 4000)), '\s+') c
    ), part as (
        select p from chunk, regexp_split_to_table(c, '[!-/:-@[-`{-~]+') p
    ), joined as (
        select regexp_replace(c, '[!-/:-@[-`{-~]+', '', 'g') as j from chunk
    ), word as (
        select p as w from part
        union select ltrim(p, '0') from part where p ~ '^0+[1-9]'
        union select j from joined
        -- A tax id or an account is looked for with and without its country.
        union select substr(j, 3) from joined where j ~ '^[a-z]{2}[0-9]{6}'
    )
    select coalesce(array_agg(distinct left(w, 80)), '{}') from word where w <> ''
    $$;

comment on function simba.words(text) is 'What a text is found by';

-- The words of a record lie in a table the application may not touch; the function that reads them is the only way in,
-- belongs to the owner and looks for the company of the running transaction alone.
create procedure simba.search_index(module text, record text)
    language plpgsql
    as $procedure$
begin
    execute format($f$
        create table %1$I.%2$I (
            company_id uuid not null,
            word text collate "C" not null,
            id uuid not null,
            field text not null,
            primary key (company_id, word, id, field)
        )$f$, module, record || '_word');
    execute format('comment on table %I.%I is %L', module, record || '_word',
        'Words by which ' || record || 's are found; read by search_' || record || ' alone');
    execute format('call simba.company_wall(%L)', module || '.' || record || '_word');
    execute format('revoke all on %I.%I from simba_app', module, record || '_word');
    execute format($f$
        create function %1$I.%3$I(asked text, only_field text default null) returns setof uuid
            language plpgsql stable rows 100 security definer set search_path = pg_catalog, pg_temp set jit = off
            as $search$
        declare
            ours constant uuid := simba.current_company();
            chunks constant text[] := array(
                select distinct c from regexp_split_to_table(simba.fold(left(asked, 200)), '\s+') c
                 where c ~ '[^!-/:-@[-`{-~]' limit 8);
            chunk text;
            parts text[];
            joined text;
            found uuid[];
        begin
            if ours is null then
                return;
            end if;
            if cardinality(chunks) = 1 and chunks[1] !~ '[!-/:-@[-`{-~]' then
                return query select distinct w.id from %1$I.%2$I w
                    where w.company_id = ours and w.word >= chunks[1] and w.word < chunks[1] || U&'\+10FFFD'
                      and (only_field is null or w.field = only_field);
                return;
            end if;
            foreach chunk in array chunks loop
                parts := array(select p from regexp_split_to_table(chunk, '[!-/:-@[-`{-~]+') p where p <> '');
                joined := array_to_string(parts, '');
                found := array(
                    select t.id from (
                        select w.id from unnest(parts, array(select p || U&'\+10FFFD' from unnest(parts) p))
                                 with ordinality a (first, last, n)
                          join %1$I.%2$I w on w.company_id = ours and w.word >= a.first and w.word < a.last
                         where (only_field is null or w.field = only_field) and (found is null or w.id = any (found))
                         group by w.id having count(distinct a.n) = cardinality(parts)
                        union
                        select w.id from %1$I.%2$I w
                         where w.company_id = ours and w.word >= joined and w.word < joined || U&'\+10FFFD'
                           and (only_field is null or w.field = only_field) and (found is null or w.id = any (found))
                    ) t);
            end loop;
            joined := array_to_string(array(
                select p from regexp_split_to_table(simba.fold(left(asked, 200)), '[\s!-/:-@[-`{-~]+') p), '');
            -- An account is written in groups.
            return query select unnest(found) union
                select w.id from %1$I.%2$I w
                 where cardinality(chunks) > 1 and w.company_id = ours
                   and w.word >= joined and w.word < joined || U&'\+10FFFD'
                   and (only_field is null or w.field = only_field);
        end
        $search$$f$, module, record || '_word', 'search_' || record);
    execute format('revoke all on function %I.%I(text, text) from public', module, 'search_' || record);
    execute format('grant execute on function %I.%I(text, text) to simba_app', module, 'search_' || record);
end
$procedure$;

-- From now on the words of these columns lead to the record; they follow every change.
create procedure simba.search_words(
    module text, record text, field text, source regclass, id_column text, columns text[])
    language plpgsql
    as $procedure$
declare
    own text := 'search_words_' || replace(field, '-', '_');
    old_text text;
    new_text text;
    of_columns text;
begin
    select string_agg(format('old.%I', c), ', '), string_agg(format('new.%I', c), ', '), string_agg(format('%I', c), ', ')
      into old_text, new_text, of_columns from unnest(columns) c;
    execute format($f$
        create function %1$I.%2$I() returns trigger
            language plpgsql security definer set search_path = pg_catalog, pg_temp
            as $trigger$
        declare
            before text[] := '{}';
            after text[] := '{}';
        begin
            if tg_op = 'UPDATE' and concat_ws(' ', %3$s) = concat_ws(' ', %4$s) then
                return null;
            end if;
            if tg_op <> 'INSERT' then
                before := simba.words(concat_ws(' ', %3$s));
            end if;
            if tg_op <> 'DELETE' then
                after := simba.words(concat_ws(' ', %4$s));
            end if;
            if before <> '{}' and before is distinct from after then
                delete from %1$I.%5$I
                 where company_id = old.company_id and id = old.%6$I and field = %7$L
                   and word = any (before) and not word = any (after);
            end if;
            if before is distinct from after then
                insert into %1$I.%5$I (company_id, word, id, field)
                select new.company_id, w, new.%6$I, %7$L from unnest(after) w where not w = any (before)
                    on conflict do nothing;
            end if;
            return null;
        end
        $trigger$$f$, module, own, old_text, new_text, record || '_word', id_column, field);
    execute format('create trigger %I after insert or delete or update of %s on %s for each row execute function %I.%I()',
        own, of_columns, source, module, own);
end
$procedure$;

grant execute on function simba.fold(text), simba.words(text) to simba_app;
