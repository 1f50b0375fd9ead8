package io.simbaerp.workflow.matrix.web;

import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where proposals of other rows are found, with how many wait. */
@Configuration(proxyBeanMethods = false)
class RuleProposalPlaces {

    @Bean
    NavigationEntry ruleProposalsEntry() {
        return new NavigationEntry(
                "rule-proposal.proposals",
                "/rule-proposals",
                Duty.VIEW_MODEL,
                "flow",
                NavigationEntry.Group.CONTROL,
                31,
                null);
    }

    @Bean
    NavigationCount ruleProposalCount(RuleProposals proposals) {
        return new NavigationCount() {
            @Override
            public String path() {
                return "/rule-proposals";
            }

            @Override
            public int count() {
                return Math.min(99, proposals.waiting());
            }
        };
    }
}
