package io.simbaerp.reporting.web;

import io.simbaerp.reporting.ReportRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Addresses among the books that lead to their reports. */
@Controller
class FormerAddressController {

    private final ReportRequests requests;

    FormerAddressController(ReportRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/ledger/trial-balance")
    String trialBalance(@RequestParam MultiValueMap<String, String> asked, Locale language) {
        return "redirect:" + address("trial-balance", requests.of(asked, language));
    }

    /** The account by its code, as everything that names an account leads to it. */
    @GetMapping("/ledger/accounts/{code}")
    String statement(@PathVariable String code, @RequestParam MultiValueMap<String, String> asked, Locale language) {
        return "redirect:"
                + address("account-statement", requests.of(asked, language).with("account", code));
    }

    private static String address(String report, ReportRequest request) {
        return "/reports/" + report + (request.asked().isEmpty() ? "" : "?" + request.query());
    }
}
