package io.simbaerp.audit.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import org.springframework.stereotype.Component;

/** Whether a record's page leads its reader to the record's history. Asked by templates. */
@Component("trailLink")
public class TrailLink {

    private final Permission permission;

    TrailLink(Permission permission) {
        this.permission = permission;
    }

    public boolean visible() {
        return permission.has(Duty.VIEW_AUDIT);
    }
}
