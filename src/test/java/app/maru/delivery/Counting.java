package app.maru.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Counts who asks for a connection to the database, and who comes to a filter; not the watch, which asks now and then by itself. */
@TestConfiguration(proxyBeanMethods = false)
class Counting {

    static final AtomicInteger CONNECTIONS = new AtomicInteger();
    static final AtomicInteger FILTERED = new AtomicInteger();

    @Bean
    static BeanPostProcessor countingConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counting(source) : bean;
            }
        };
    }

    private static DataSource counting(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(Counting.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection") && !List.of("edition-watch", "checking").contains(Thread.currentThread().getName())) {
                CONNECTIONS.incrementAndGet();
            }
            try {
                return method.invoke(source, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Bean
    FilterRegistrationBean<Filter> countingFilter() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            FILTERED.incrementAndGet();
            chain.doFilter(request, response);
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
