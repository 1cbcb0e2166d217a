using SesCompliance.Local.Sns;

namespace SesCompliance.Local.Ses;

/// <summary>The mail that left: SES's own and SNS's notifications. It keeps the latest <paramref name="capacity"/>.</summary>
public sealed class Outbox(int capacity = 10_000) : INotificationMail
{
    private const string NotificationSender = "AWS Notifications <no-reply@sns.amazonaws.com>";

    private readonly Lock gate = new();
    private readonly LinkedList<OutboxMail> mails = [];
    private readonly Dictionary<string, LinkedListNode<OutboxMail>> byId = [];
    private int notifications;

    /// <summary>Raised for each mail as it comes in, and again whenever its state changes.</summary>
    public event Action<OutboxMail>? Changed;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OutboxMail> Mails
    {
        get
        {
            lock (gate)
            {
                return [.. mails];
            }
        }
    }

    public OutboxMail? Find(string messageId)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(messageId)?.Value;
        }
    }

    /// <summary>The mails with this recipient, oldest first.</summary>
    public IReadOnlyList<OutboxMail> To(string address) => [.. Mails.Where(mail => mail.Recipients.ContainsKey(address))];

    public void Deliver(string to, string subject, string text, DateTimeOffset time) => Add(new OutboxMail(
        $"sns-{Interlocked.Increment(ref notifications)}",
        time,
        NotificationSender,
        [to],
        subject,
        text,
        null,
        [],
        null,
        new Dictionary<string, MailState> { [to] = MailState.Delivered }));

    internal void Add(OutboxMail mail)
    {
        lock (gate)
        {
            byId.Add(mail.MessageId, mails.AddLast(mail));
            if (mails.Count > capacity)
            {
                byId.Remove(mails.First!.Value.MessageId);
                mails.RemoveFirst();
            }
        }

        Changed?.Invoke(mail);
    }

    internal void Mark(string messageId, IEnumerable<string> recipients, MailState state)
    {
        OutboxMail changed;
        lock (gate)
        {
            if (!byId.TryGetValue(messageId, out var node))
            {
                return;
            }

            var states = new Dictionary<string, MailState>(node.Value.Recipients, StringComparer.OrdinalIgnoreCase);
            foreach (var recipient in recipients)
            {
                // An event that is told late does not undo a worse one.
                states[recipient] = state == MailState.Delivered && states[recipient] > MailState.Delayed ? states[recipient] : state;
            }

            changed = node.Value = node.Value with { Recipients = states };
        }

        Changed?.Invoke(changed);
    }
}
