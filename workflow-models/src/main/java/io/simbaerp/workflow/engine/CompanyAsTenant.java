package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.CurrentActor;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;

/** A new instance belongs to the company acted for; without one it can't be started. */
class CompanyAsTenant implements TenantIdProvider {

    private final CurrentActor currentActor;

    CompanyAsTenant(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        return currentActor.company().toString();
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return currentActor.company().toString();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return currentActor.company().toString();
    }
}
