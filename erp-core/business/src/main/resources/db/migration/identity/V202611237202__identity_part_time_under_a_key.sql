-- When somebody works is a matter of that person: it goes under their key. What the trail holds from before stays as it is.
drop trigger trail_tells_what_comes on identity.part_time;
drop trigger trail_tells_what_changes on identity.part_time;
drop trigger trail_tells_what_goes on identity.part_time;
call audit.keep_trail_of('identity.part_time', 'user', 'person_id', personal => '{opens,closes,days}',
    without => '{person_id,set_by,set_at}');
