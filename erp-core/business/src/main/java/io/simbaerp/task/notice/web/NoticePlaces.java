package io.simbaerp.task.notice.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.task.notice.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where what one was told is found, with how much of it is unread. */
@Configuration(proxyBeanMethods = false)
class NoticePlaces {

    @Bean
    NavigationEntry noticesEntry() {
        return new NavigationEntry(
                "notice.title", "/notices", Duty.WORK_ON_TASK, "bell", NavigationEntry.Group.WORK, 15, null);
    }

    @Bean
    NavigationCount noticeCount(Notices notices) {
        return new NavigationCount() {
            @Override
            public String path() {
                return "/notices";
            }

            @Override
            public int count() {
                return Math.min(99, notices.unread());
            }
        };
    }
}
