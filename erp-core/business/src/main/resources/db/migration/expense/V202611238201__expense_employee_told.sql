-- Who linked which person to which partner stands in the trail, by their ids: in the history of the person and in that of the
-- partner. Links made before have their leaf in the integrity log and the row itself, which says by whom and when.
call audit.keep_trail_of('expense.employee', 'user', 'person_id', 'party', 'party_id',
    without => '{person_id,linked_by,linked_at}');
