function ConvertTo-InnkeeperTaskXml {
    <#
    .SYNOPSIS
        Returns the scheduled task as XML: runs every minute and after boot, one instance at a time, at below normal priority.
    .DESCRIPTION
        Written as XML and not built with cmdlets: the cmdlets of Windows Server 2012 R2 and of later versions express an unlimited
        repetition differently, XML does not. The trigger uses UTC, so that daylight saving time makes no gap, and a start before any
        date that a clock without a battery resets to. A section that hung is left behind as a thread, so the process is terminated
        and does not wait for it. The XML contains no secret.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        # Null for Local System; otherwise a group managed service account, DOMAIN\name$.
        [AllowNull()] [AllowEmptyString()] [string] $Account,
        [Parameter(Mandatory)] [string] $ManifestPath,
        [Parameter(Mandatory)] [string] $InstanceId,
        [AllowEmptyString()] [string] $DataPath
    )
    $second = (Get-InnkeeperSpread $InstanceId) % 60
    # PowerShell also treats typographic quotation marks as quotes: all of them are doubled.
    $quote = { param($Text) "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Text) + "'" }
    $command = "Import-Module -Name $(& $quote $ManifestPath); [void] (Invoke-InnkeeperAgent"
    if ($DataPath) { $command += " -DataPath $(& $quote $DataPath)" }
    $command += '); [System.Environment]::Exit(0)'
    $escape = { param($Text) [System.Security.SecurityElement]::Escape($Text) }
    $principal = '<UserId>S-1-5-18</UserId>'
    if ($Account) { $principal = "<UserId>$(& $escape $Account)</UserId><LogonType>Password</LogonType>" }
    @"
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Reports the configuration and state of this Hyper-V host to its Innkeeper server. It changes nothing on the host.</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition><Interval>PT1M</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition>
      <StartBoundary>2000-01-01T00:00:$($second.ToString('00', [cultureinfo]::InvariantCulture))Z</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
    <BootTrigger><Enabled>true</Enabled><Delay>PT1M</Delay></BootTrigger>
  </Triggers>
  <Principals>
    <Principal id="Agent">$principal<RunLevel>HighestAvailable</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <ExecutionTimeLimit>PT10M</ExecutionTimeLimit>
    <Priority>7</Priority>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Agent">
    <Exec>
      <Command>%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe</Command>
      <Arguments>-NoProfile -NonInteractive -Command "$(& $escape $command)"</Arguments>
    </Exec>
  </Actions>
</Task>
"@
}
