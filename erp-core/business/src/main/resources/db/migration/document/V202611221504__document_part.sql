create table document.part (
    company_id uuid not null,
    container_id uuid not null,
    position integer not null,
    document_id uuid not null,
    root_id uuid not null,
    depth integer not null,
    primary key (company_id, container_id, position),
    foreign key (company_id, container_id) references document.document (company_id, id),
    foreign key (company_id, document_id) references document.document (company_id, id),
    foreign key (company_id, root_id) references document.document (company_id, id),
    constraint part_is_no_container_of_itself check (container_id <> document_id),
    constraint part_has_its_depth check (depth > 0)
);
comment on table document.part is 'Documents that came inside another one, such as a ZIP file or a message';
call simba.company_wall('document.part', 'select, insert');
create index part_by_document on document.part (company_id, document_id);
create index part_by_root on document.part (company_id, root_id);
