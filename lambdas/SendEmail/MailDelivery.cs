using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Lambdas;

/// <summary>Hands one request to SES, once, and says what is certain about it afterwards.</summary>
public sealed class MailDelivery(IAmazonSimpleEmailServiceV2 ses, string fromEmail, string configurationSet)
{
    /// <param name="cancellationToken">Ends the wait for SES's answer; the mail may have been taken nevertheless.</param>
    public async Task<DeliveryAnswer> HandOverAsync(SendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ses.SendEmailAsync(ToSes(request), cancellationToken);
            return string.IsNullOrEmpty(answer.MessageId)
                ? new DeliveryAnswer.Unknown("SES answered without a message id")
                : new DeliveryAnswer.Taken(answer.MessageId);
        }
        catch (Exception error)
        {
            return SesAnswers.Judge(error);
        }
    }

    private SendEmailRequest ToSes(SendRequest request) => new()
    {
        FromEmailAddress = fromEmail,
        Destination = new Destination { ToAddresses = [request.To.Value] },
        Content = ToSes(request.Content),
        // Without it the mail's events would go nowhere, silently.
        ConfigurationSetName = configurationSet,
        EmailTags =
        [
            new MessageTag { Name = RequestLimits.SendIdTag, Value = request.SendId },
            .. request.Tags.Select(tag => new MessageTag { Name = tag.Key, Value = tag.Value }),
        ],
    };

    private static EmailContent ToSes(MailContent content) => content switch
    {
        WrittenContent written => new EmailContent
        {
            Simple = new Message
            {
                Subject = Text(written.Subject),
                Body = new Body
                {
                    Text = written.Text is { } text ? Text(text) : null,
                    Html = written.Html is { } html ? Text(html) : null,
                },
            },
        },
        TemplateContent template => new EmailContent
        {
            Template = new Template { TemplateName = template.Name, TemplateData = template.Data },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    private static Content Text(string data) => new() { Data = data, Charset = "UTF-8" };
}
