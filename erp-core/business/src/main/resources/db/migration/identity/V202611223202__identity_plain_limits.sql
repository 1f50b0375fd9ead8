-- The same as before without a query, where one of the lists means everything: it is asked for every duty of everybody
-- who does anything.
create or replace function identity.both_allow(one text[], other text[]) returns text[]
    language plpgsql immutable parallel safe
    as $$
begin
    if one = '{}' then
        return other;
    elsif other = '{}' then
        return one;
    end if;
    return (select array_agg(x order by x) from unnest(one) x where x = any (other));
end
$$;
