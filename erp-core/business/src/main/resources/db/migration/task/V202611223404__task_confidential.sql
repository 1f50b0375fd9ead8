-- A task about a confidential document is on nobody's desk who may not see the document, and in nobody's counts.
call simba.confidential_follower('task.task', 'id', 'document_id');
call simba.confidential_wall('task.task', array['id']);
call simba.confidential_wall('task.task_candidate', array['task_id']);
call simba.confidential_wall('task.draft', array['task_id']);
call simba.confidential_wall('task.held_decision', array['task_id']);
call simba.confidential_wall('task.question', array['task_id', 'answer_task_id', 'subject_id']);
