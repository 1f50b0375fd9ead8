package io.simbaerp.identity.superior.web;

import io.simbaerp.identity.superior.MyPeople;
import io.simbaerp.identity.superior.ReportingLineView;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a superior finds their people. */
@Controller
class MyPeopleController {

    private final MyPeople myPeople;

    MyPeopleController(MyPeople myPeople) {
        this.myPeople = myPeople;
    }

    /** What the page shows. */
    record Shown(List<ReportingLineView> people) {}

    @GetMapping("/my-people")
    ModelAndView page() {
        return new ModelAndView("identity/my-people").addObject("page", new Shown(myPeople.all()));
    }
}
