-- What happened to a confidential record is told to those who may see it. The proof of the whole trail reads everything.
call simba.confidential_wall('audit.business_event', array['subject_id']);
call simba.confidential_wall('audit.event_subject', array['subject_id']);
