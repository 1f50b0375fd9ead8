package io.simbaerp.document.attachment;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Documents in the integrity log: as they were received, under which number, with what inside. */
@Component
class DocumentLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("document", """
                        select x.id, jsonb_build_object('id', x.id, 'position', x.position, 'file_name', x.file_name,
                                   'sha256', x.sha256, 'size', x.size, 'channel', x.channel,
                                   'received_at', x.received_at, 'received_by', x.received_by) as record
                          from document.document x where x.company_id = :company""", true),
                LeafKind.added("document-number", """
                        select x.id, jsonb_build_object('id', x.id, 'number', x.number) as record
                          from document.document x where x.company_id = :company and x.number is not null""", false),
                LeafKind.added("attachment", "document.attachment"),
                LeafKind.addedWithKey("document-part", "document.part", "container_id", "position"));
    }
}
