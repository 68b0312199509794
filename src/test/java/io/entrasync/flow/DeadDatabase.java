package io.entrasync.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A database as a process sees it that dies at a certain statement: from then on nothing of it arrives, and what it has
 * not committed is rolled back.
 */
final class DeadDatabase {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean dead;

    /** Lets the process live for so many statements and commits. */
    void dieAfter(int statements) {
        left.set(statements);
    }

    boolean isDead() {
        return dead;
    }

    /** A new process may use the database. */
    void revive() {
        left.set(Integer.MAX_VALUE);
        dead = false;
    }

    DataSource around(DataSource pool) {
        return proxy(DataSource.class, pool, null);
    }

    @SuppressWarnings("unchecked")
    private <T> T proxy(Class<T> type, Object real, Connection connection) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("close") || name.equals("isClosed") || name.equals("unwrap")) {
                return call(real, method, arguments);
            }
            if (name.equals("getConnection") || name.startsWith("execute") || name.equals("commit")) {
                count(connection, name);
            }
            Object result = call(real, method, arguments);
            if (result instanceof Connection made) {
                return name.equals("getConnection") && real instanceof DataSource
                        ? proxy(Connection.class, made, made)
                        : self;
            }
            return result instanceof Statement && !(result instanceof java.sql.ResultSet)
                    ? proxy(method.getReturnType(), result, connection)
                    : result;
        });
    }

    private void count(Connection connection, String what) throws SQLException {
        if (!dead && !what.equals("getConnection")) {
            dead = left.decrementAndGet() < 0;
        }
        if (dead) {
            if (connection != null && !connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
            throw new SQLException("The process is dead.", "08006");
        }
    }

    private static Object call(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
