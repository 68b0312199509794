package io.entrasync.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes self-signed key pairs with the running JDK's {@code keytool}. */
public final class KeyTool {
    private KeyTool() {}

    /**
     * Makes a PFX (PKCS #12) file.
     *
     * @param file must not exist yet
     * @param name the entry's alias and host name
     * @param algorithm {@code EC} or {@code RSA}
     */
    public static Path keyStore(Path file, String name, String password, String algorithm) throws IOException {
        run(
                List.of("-genkeypair", "-alias", name, "-keyalg", algorithm, "-dname", "CN=" + name),
                List.of("-ext", "san=dns:" + name + ",ip:127.0.0.1", "-validity", "2"),
                List.of("-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", password));
        return file;
    }

    @SafeVarargs
    private static void run(List<String>... arguments) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.concat(
                        Stream.of(tool), Stream.of(arguments).flatMap(List::stream))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
