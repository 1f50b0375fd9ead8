call simba.confidential_follower('approval.approval_request', 'id', 'subject_id');
call simba.confidential_wall('approval.approval_request', array['id']);
call simba.confidential_wall('approval.approval_decision', array['request_id']);
