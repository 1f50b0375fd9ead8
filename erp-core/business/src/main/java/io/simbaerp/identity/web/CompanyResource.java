package io.simbaerp.identity.web;

import io.simbaerp.identity.choice.OwnCompanies;
import io.simbaerp.identity.choice.OwnCompanies.OwnCompany;
import io.simbaerp.page.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The companies a program may act for with its token; their tax ids are what the header Simba-Company takes. */
@RestController
@RequestMapping("/api/v1/companies")
class CompanyResource {

    private final OwnCompanies companies;

    CompanyResource(OwnCompanies companies) {
        this.companies = companies;
    }

    @GetMapping
    Page<OwnCompany> list(@RequestParam(defaultValue = "") String text) {
        return new Page<>(companies.find(text), null);
    }
}
