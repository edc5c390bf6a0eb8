"""The overall assessment: findings and Context weighed by the policy, then the verdict."""
