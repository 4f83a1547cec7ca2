package app.maru.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down every statement that a test's application sends: one for each execute or executeBatch. Import it as a bean. */
public class StatementCount implements BeanPostProcessor {

    private final ThreadLocal<List<String>> statements = new ThreadLocal<>();

    /** What the work itself sent: what goes on beside, such as the watch for new editions, is not counted. */
    public List<String> during(Runnable work) {
        var sent = new ArrayList<String>();
        statements.set(sent);
        try {
            work.run();
            return sent;
        } finally {
            statements.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source, "") : bean;
    }

    private <T> T watched(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            var sent = statements.get();
            if (sent != null && Statement.class.isAssignableFrom(type) && method.getName().startsWith("execute")) {
                sent.add(arguments != null && arguments[0] instanceof String text ? text : sql);
            }
            try {
                return follow(method.invoke(target, arguments), method.getReturnType(),
                    arguments != null && arguments[0] instanceof String text ? text : sql);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object follow(Object result, Class<?> declared, String sql) {
        return result instanceof Connection || result instanceof Statement ? watched(declared, result, sql) : result;
    }
}
