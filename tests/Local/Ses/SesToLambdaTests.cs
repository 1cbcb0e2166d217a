using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Tests.Local.Sns;

namespace SesCompliance.Tests.Local.Ses;

public class SesToLambdaTests
{
    private const string Policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "ses.amazonaws.com"}, "Action": "sns:Publish",
          "Resource": "arn:aws:sns:us-east-1:000000000000:feedback", "Condition": {
            "StringEquals": {"aws:SourceAccount": "000000000000"},
            "ArnEquals": {"aws:SourceArn": "arn:aws:ses:us-east-1:000000000000:configuration-set/set"}}}]}
        """;

    [Fact]
    public async Task What_becomes_of_a_mail_reaches_the_function()
    {
        await using var sns = new SnsWorld();
        var topic = sns.TopicOfFunction();
        sns.Topics.SetPolicy(topic.Arn, Policy);
        await using var ses = new SesService(sns.Time, new Random(2), sns.Topics, sns.Outbox, SesWorld.NoDelays);
        ses.Identities.Create("example.com");
        ses.ConfigurationSets.Create(new ConfigurationSet("set"));
        await ses.CreateEventDestinationAsync("set", new EventDestination("topic", topic.Arn, [SesEventType.Bounce, SesEventType.Delivery]), SnsWorld.Cancellation);

        var sends = Enumerable.Range(0, 8).Select(number => Task.Run(() => ses.SendEmailAsync(
            SesWorld.Mail(number % 2 == 0 ? "bounce@simulator.amazonses.com" : "a@elsewhere.org") with { EmailTags = [new MailTag("send-id", $"{number}")] },
            CredentialStore.Operator,
            SnsWorld.Cancellation)));
        await Task.WhenAll(sends);
        await ses.IdleAsync(SnsWorld.Cancellation);
        await sns.RunAsync(TimeSpan.Zero);

        var messages = sns.Lambda.Taken.Select(taken => (string)JsonNode.Parse(taken.Payload)!["Records"]![0]!["Sns"]!["Message"]!).ToList();
        Assert.Contains("Successfully validated SNS topic for Amazon SES event publishing.", messages);
        var fates = messages.Where(message => message.StartsWith('{')).Select(message => JsonNode.Parse(message)!)
            .ToDictionary(happened => (string)happened["mail"]!["tags"]!["send-id"]![0]!, happened => (string)happened["eventType"]!);
        Assert.Equal(8, fates.Count);
        Assert.All(fates, fate => Assert.Equal(int.Parse(fate.Key, System.Globalization.CultureInfo.InvariantCulture) % 2 == 0 ? "Bounce" : "Delivery", fate.Value));
        Assert.Empty(ses.Errors);
        Assert.Empty(sns.Topics.Errors);
    }
}
