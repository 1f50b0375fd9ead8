package io.simbaerp.audit.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.RecordCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a record's page leads its reader to the record's history, and to which. Asked by templates. */
@Component("trailLink")
public class TrailLink {

    private final Permission permission;
    private final CurrentActor currentActor;
    private final List<RecordCodes> modules;

    TrailLink(Permission permission, CurrentActor currentActor, List<RecordCodes> modules) {
        this.permission = permission;
        this.currentActor = currentActor;
        this.modules = modules;
    }

    public boolean visible() {
        return permission.has(Duty.VIEW_AUDIT);
    }

    /** The company itself, in whose history its settings stand. */
    public UUID company() {
        return currentActor.company().value();
    }

    /** Ids by codes, asked once for a whole page and only for those who see the links. */
    public Map<String, UUID> codes(String kind) {
        Map<String, UUID> codes = new HashMap<>();
        if (visible()) {
            modules.forEach(module -> codes.putAll(module.of(kind)));
        }
        return codes;
    }
}
