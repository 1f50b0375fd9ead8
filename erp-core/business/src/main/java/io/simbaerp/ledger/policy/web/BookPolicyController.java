package io.simbaerp.ledger.policy.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.ledger.policy.BookPolicies;
import io.simbaerp.ledger.policy.BookingDay;
import io.simbaerp.ledger.policy.SetBookingDay;
import io.simbaerp.page.Toast;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the company says about its books. */
@Controller
@RequestMapping("/ledger/policy")
class BookPolicyController {

    private final BookPolicies policies;
    private final SetBookingDay set;
    private final Permission permission;

    BookPolicyController(BookPolicies policies, SetBookingDay set, Permission permission) {
        this.policies = policies;
        this.set = set;
        this.permission = permission;
    }

    /** The policies. */
    record PolicyView(BookingDay bookingDay, boolean maintained) {

        public List<BookingDay> days() {
            return List.of(BookingDay.values());
        }
    }

    @GetMapping
    ModelAndView page() {
        return new ModelAndView(
                "ledger/policy", "view", new PolicyView(policies.bookingDay(), permission.has(Duty.MAINTAIN_LEDGER)));
    }

    @PostMapping
    ModelAndView set(@RequestParam BookingDay bookingDay, RedirectAttributes flash) {
        set.set(bookingDay);
        flash.addFlashAttribute("toast", Toast.of("ledger.policy-set"));
        return new ModelAndView("redirect:/ledger/policy");
    }
}
