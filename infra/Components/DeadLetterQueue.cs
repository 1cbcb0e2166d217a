using Pulumi;
using Pulumi.Aws.Sqs;

namespace SesCompliance.Infra.Components;

/// <summary>Keeps what could not be delivered or processed, as long as SQS keeps anything, until an operator redrives it.</summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    private const int FourteenDays = 14 * 24 * 60 * 60;

    public DeadLetterQueue(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:DeadLetterQueue", name, options)
    {
        var queue = new Queue(name, new QueueArgs
        {
            Name = settings.Named(name),
            MessageRetentionSeconds = FourteenDays,
            SqsManagedSseEnabled = true,
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this });

        QueueName = queue.Name;
        Arn = queue.Arn;
        Url = queue.Url;
        RegisterOutputs();
    }

    public Output<string> QueueName { get; }

    public Output<string> Arn { get; }

    public Output<string> Url { get; }
}
