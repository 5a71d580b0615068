using 'main.bicep'

param image = readEnvironmentVariable('AIACTBOT_IMAGE')
param registryName = readEnvironmentVariable('AIACTBOT_REGISTRY', '')
param organisation = readEnvironmentVariable('AIACTBOT_ORGANISATION')
// Object ids, separated by commas.
param complianceTeam = split(readEnvironmentVariable('AIACTBOT_COMPLIANCE_TEAM'), ',')
param databasePassword = readEnvironmentVariable('AIACTBOT_DATABASE_PASSWORD')
