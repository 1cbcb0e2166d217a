namespace SesCompliance.Local.Sns;

/// <summary>Where mail that SNS itself sends (to <c>email</c> subscriptions) is put.</summary>
public interface INotificationMail
{
    void Deliver(string to, string subject, string text, DateTimeOffset time);
}
