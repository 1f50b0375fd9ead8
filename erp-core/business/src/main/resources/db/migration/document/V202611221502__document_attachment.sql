create table document.attachment (
    company_id uuid not null,
    id uuid not null,
    document_id uuid not null,
    position integer not null,
    file_name text not null,
    media_type text not null,
    description text,
    sha256 text not null,
    size bigint not null,
    primary key (company_id, id),
    foreign key (company_id, document_id) references document.document (company_id, id),
    foreign key (company_id, sha256) references archive.original (company_id, sha256),
    constraint attachment_has_its_place unique (company_id, document_id, position)
);
comment on table document.attachment is 'Files a document carried inside (BT-125, files in a PDF); the bytes lie in the archive';
call simba.company_wall('document.attachment', 'select, insert');
