package io.entrasync.connection;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import io.entrasync.settings.Settings;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Makes azure-identity's credentials, so bounded that a refusal or a dead network shows within seconds. */
final class Credentials {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(8);

    /** Who calls decides whether and when to try again; the Azure host's own service may hiccup. */
    private static final RetryOptions ONCE = new RetryOptions(new FixedDelayOptions(0, Duration.ZERO));

    private static final RetryOptions TWICE = new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(500)));

    private final HttpClient http = new JdkHttpClientBuilder()
            .connectionTimeout(CONNECT)
            .responseTimeout(ANSWER)
            .readTimeout(ANSWER)
            .build();

    TokenCredential of(Settings.Entra entra, Identity identity) {
        if (identity instanceof Identity.Secret secret) {
            return entra(new ClientSecretCredentialBuilder(), entra)
                    .clientSecret(secret.value())
                    .build();
        }
        if (identity instanceof Identity.Certificate certificate) {
            return certificate(entra, certificate.file());
        }
        if (identity instanceof Identity.Workload workload) {
            // azure-identity's own way for it keeps to itself what Entra answers
            return entra(new ClientAssertionCredentialBuilder(), entra)
                    .tenantId(workload.tenant())
                    .clientId(workload.clientId())
                    .clientAssertion(workload::token)
                    .build();
        }
        return bounded(new ManagedIdentityCredentialBuilder(), TWICE)
                .clientId(entra.clientId())
                .build();
    }

    private TokenCredential certificate(Settings.Entra entra, CertificateFile file) {
        ClientCertificateCredentialBuilder builder = entra(new ClientCertificateCredentialBuilder(), entra);
        String path = file.path().toString();
        // azure-identity takes a file for PFX if, and only if, there is a password
        return file.pem()
                ? builder.pemCertificate(path).build()
                : builder.pfxCertificate(path)
                        .clientCertificatePassword(file.password())
                        .build();
    }

    private <T extends AadCredentialBuilderBase<T>> T entra(T builder, Settings.Entra entra) {
        bounded(builder, ONCE).addPolicy(Credentials::failWithoutToken).authorityHost(entra.authorityHost());
        if (entra.primaryDomain() != null) {
            builder.tenantId(entra.primaryDomain());
        }
        if (entra.clientId() != null) {
            builder.clientId(entra.clientId());
        }
        return entra.disableInstanceDiscovery() ? builder.disableInstanceDiscovery() : builder;
    }

    /** Request bodies hold the secret: no variable of the environment may switch on their logging. */
    private <T extends CredentialBuilderBase<T>> T bounded(T builder, RetryOptions retries) {
        builder.httpClient(http)
                .retryOptions(retries)
                .httpLogOptions(new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE));
        return builder;
    }

    /** MSAL would wait and try again by itself, and both libraries would log what the answer says. */
    private static Mono<HttpResponse> failWithoutToken(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        return next.process().flatMap(answer -> {
            HttpResponse read = answer.buffer();
            return read.getBodyAsString().defaultIfEmpty("").flatMap(body -> {
                EntraRefusalException refusal = EntraRefusalException.in(read.getStatusCode(), body);
                return refusal == null ? Mono.just(read) : Mono.error(refusal);
            });
        });
    }
}
