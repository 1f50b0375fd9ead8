package io.simbaerp.document.office;

import io.simbaerp.page.NavigationCount;
import java.util.function.IntSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures about documents that the page of all companies shows, and no menu. */
@Configuration(proxyBeanMethods = false)
class DocumentOffice {

    private record Figure(String path, IntSupplier counted) implements NavigationCount {

        @Override
        public int count() {
            return counted.getAsInt();
        }

        @Override
        public boolean inMenu() {
            return false;
        }
    }

    @Bean
    NavigationCount documentCount(DocumentCounts counts) {
        return new Figure("/documents", counts::all);
    }

    @Bean
    NavigationCount documentsInProcess(DocumentCounts counts) {
        return new Figure("/documents?state=in-process", counts::inProcess);
    }
}
