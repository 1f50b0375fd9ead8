-- How far a duty reaches. A grant is written DUTY|hundredths|cost centres|document types, an extent
-- hundredths|cost centres|document type; what is left empty limits nothing. The same comparison as DutyLimit in Java.
create function simba.reaches(grants text[], duty text, extent text) returns boolean
    language sql immutable parallel safe set jit = off
    as $$
    select exists (
        select from unnest(grants) g
         where split_part(g, '|', 1) = duty
           and (split_part(g, '|', 2) = ''
                or split_part(extent, '|', 1)::bigint <= split_part(g, '|', 2)::bigint)
           and (split_part(g, '|', 3) = ''
                or string_to_array(split_part(extent, '|', 2), ',') <@ string_to_array(split_part(g, '|', 3), ','))
           and (split_part(g, '|', 4) = '' or split_part(extent, '|', 3) = ''
                or split_part(extent, '|', 3) = any (string_to_array(split_part(g, '|', 4), ','))))
    $$;

comment on function simba.reaches(text[], text, text) is 'Whether a duty is held and reaches so far';
grant execute on function simba.reaches(text[], text, text) to simba_app;
