package io.simbaerp.demo.web;

import io.simbaerp.demo.DemoProgress;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Keeps the card about the demo's preparation up to date; when it is over, the home page is shown anew. */
@Controller
@ConditionalOnProperty({"simba.demo", "simba.demo.documents"})
class DemoController {

    private final DemoProgress progress;

    DemoController(DemoProgress progress) {
        this.progress = progress;
    }

    @GetMapping("/demo/progress")
    String progress(Model model, HttpServletResponse response) {
        DemoProgress.State state = progress.state();
        if (!state.running()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("card", state);
        return "demo/home-card :: card";
    }
}
