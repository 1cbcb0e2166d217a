using Amazon.Lambda.Core;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Feedback;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Requests;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Lambdas.Logging;

/// <summary>
/// Every line that the functions write. An address appears as its hash only (<see cref="EmailAddress.Hash"/>), a subject or a body never.
/// </summary>
/// <param name="function">The function's name, so that lines of several functions can be read together.</param>
/// <param name="requestId">The invocation's id; null outside of one.</param>
public sealed class Log(LogWriter writer, string function, string? requestId = null)
{
    public Log For(ILambdaContext context) => new(writer, function, context.AwsRequestId);

    public void Started(int milliseconds, bool connected, bool rehearsed) =>
        Info("started", null, ("initMs", milliseconds), ("connected", connected), ("rehearsed", rehearsed));

    public void RehearsalFailed(Exception error) => Warn("rehearsal-failed", null, ("error", error.GetType().Name), ("detail", error.Message));

    public void ConnectionNotWarmed(string? endpoint, Exception error) =>
        Warn("connection-not-warmed", null, ("endpoint", endpoint), ("error", error.GetType().Name), ("detail", error.Message));

    public void RequestInvalid(string? sendId, Exception error) => Warn("request-invalid", sendId, ("detail", error.Message));

    public void AddressClear(SendRequest request) => Info("address-clear", request.SendId, ("toHash", request.To.Hash));

    public void AddressSuppressed(SendRequest request, SuppressionReason reason) =>
        Info("address-suppressed", request.SendId, ("toHash", request.To.Hash), ("reason", reason.ToKey()));

    public void CheckFailed(SendRequest request, Exception error) =>
        Error("check-failed", request.SendId, ("toHash", request.To.Hash), ("detail", error.Message));

    public void Expired(SendRequest request) => Info("send-expired", request.SendId, ("toHash", request.To.Hash));

    public void ClaimRefused(SendRequest request, ClaimAnswer answer) =>
        Warn("claim-refused", request.SendId, ("toHash", request.To.Hash), ("answer", answer.GetType().Name));

    public void ClaimFailed(SendRequest request, Exception error) =>
        Error("claim-failed", request.SendId, ("toHash", request.To.Hash), ("detail", error.Message));

    public void AlreadySent(SendRequest request, string messageId) =>
        Info("already-sent", request.SendId, ("toHash", request.To.Hash), ("messageId", messageId));

    public void Sent(SendRequest request, string messageId, TimeSpan took) =>
        Info("sent", request.SendId, ("toHash", request.To.Hash), ("messageId", messageId), ("sesMs", (long)took.TotalMilliseconds));

    public void NotSent(SendRequest request, string @event, string detail) =>
        Warn(@event, request.SendId, ("toHash", request.To.Hash), ("detail", detail));

    public void Unconfirmed(SendRequest request, string detail) =>
        Error("send-unconfirmed", request.SendId, ("toHash", request.To.Hash), ("detail", detail));

    public void MessageIdNotStored(SendRequest request, string messageId, Exception error) =>
        Error("message-id-not-stored", request.SendId, ("toHash", request.To.Hash), ("messageId", messageId), ("detail", error.Message));

    public void ReleaseFailed(SendRequest request, Exception error) =>
        Error("release-failed", request.SendId, ("toHash", request.To.Hash), ("detail", error.Message));

    public void MetricPublished(string? sendId, string metric) => Info("metric-published", sendId, ("metric", metric));

    public void MetricFailed(string? sendId, string metric, Exception error) =>
        Error("metric-failed", sendId, ("metric", metric), ("error", error.GetType().Name), ("detail", error.Message));

    public void WaitBegan(string sendId) => Info("wait-began", sendId);

    public void WaitEnded(string sendId, FateMark fate) =>
        Info("wait-ended", sendId, ("fate", fate.Fate.ToString()), ("reason", fate.Reason));

    public void WaitWasOver(string sendId, FateMark fate, Exception error) =>
        Info("wait-was-over", sendId, ("fate", fate.Fate.ToString()), ("error", error.GetType().Name));

    public void FeedbackReceived(FeedbackEffect effect, string? snsMessageId) => Info(
        "feedback-received", effect.SendId, ("type", effect.Type), ("messageId", effect.MessageId), ("snsMessageId", snsMessageId));

    public void FeedbackRemark(FeedbackEffect effect, FeedbackRemark remark) => Warn(
        remark.Kind, effect.SendId, ("messageId", effect.MessageId), ("toHash", HashOf(remark.Recipient)), ("detail", remark.Detail));

    public void SuppressionRecorded(FeedbackEffect effect, Suppression row) => Info(
        "suppression-recorded",
        effect.SendId,
        ("messageId", effect.MessageId),
        ("toHash", HashOf(row.Email)),
        ("reason", row.Reason.ToKey()),
        ("count", row.Count),
        ("active", row.IsActive));

    public void FateRecorded(FeedbackEffect effect, LedgerEntry entry) => Info(
        "fate-recorded", effect.SendId, ("messageId", effect.MessageId), ("fate", entry.Fate?.Fate.ToString()), ("reason", entry.Fate?.Reason));

    public void NoLedgerRow(FeedbackEffect effect) => Info("no-ledger-row", effect.SendId, ("messageId", effect.MessageId), ("type", effect.Type));

    public void FeedbackFailed(string? sendId, string? snsMessageId, Exception error) =>
        Error("feedback-failed", sendId, ("snsMessageId", snsMessageId), ("error", error.GetType().Name), ("detail", error.Message));

    private static string? HashOf(string? address) => address is null ? null : EmailAddress.HashOf(address);

    private void Info(string @event, string? sendId, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write("INFO", @event, sendId, facts);

    private void Warn(string @event, string? sendId, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write("WARN", @event, sendId, facts);

    private void Error(string @event, string? sendId, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write("ERROR", @event, sendId, facts);

    private void Write(string level, string @event, string? sendId, ReadOnlySpan<(string Name, object? Value)> facts) =>
        writer.Write(level, @event, [("function", function), ("requestId", requestId), ("sendId", sendId), .. facts]);
}
