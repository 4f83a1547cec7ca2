package app.maru.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down every statement that a test's application sends: one for each execute or executeBatch. Import it as a bean. */
public class StatementCount implements BeanPostProcessor {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** What was sent while the work was done. */
    public List<String> during(Runnable work) {
        int before = statements.size();
        work.run();
        return List.copyOf(statements.subList(before, statements.size()));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(DataSource.class, source, "") : bean;
    }

    private <T> T watched(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (Statement.class.isAssignableFrom(type) && method.getName().startsWith("execute")) {
                statements.add(arguments != null && arguments[0] instanceof String text ? text : sql);
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
