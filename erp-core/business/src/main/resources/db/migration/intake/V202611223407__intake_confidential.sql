call simba.confidential_wall('intake.submission_key', array['document_id']);
call simba.confidential_wall('intake.first_answer', array['document_id']);
call simba.confidential_wall('intake.first_answer_finding', array['document_id']);
